import { personName, slug } from './names';
import type { Person } from './people';
import { createRandom } from './random';

const lowerAlphanumeric = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Colleagues in lists of members; they don't sign in. The same for the same seed. */
export function planFurtherPeople(seed: number, count: number): Person[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const name = personName(random);
    const number = String(index + 1);
    return {
      userId: `amzn1.account.SANDBOXFURTHER${number.padStart(5, '0')}`,
      adsUserId: `ads-user-${random.text(8, lowerAlphanumeric)}`,
      identity: `further-${number}`,
      name,
      email: `${slug(name, '.')}.${number}@northwind-media.example`,
      about: 'Agency colleague.',
      signsIn: false,
    };
  });
}
