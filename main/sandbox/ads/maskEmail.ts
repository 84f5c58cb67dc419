import type { MaskName } from '../control/conduct';

/**
 * An address as the user operations show it. Amazon doesn't publish its form (amazon-api §3), so there are several:
 * - `initial`: `d***@northwind-media.example`
 * - `ends`: `d***d@n***a.example`
 * - `host`: `***@northwind-media.example`, which matches everybody there
 * - `nothing`: `***`, which identifies nobody
 * - `absent`: an empty text, since the document requires text
 * - `whole`: unmasked
 */
export function maskEmail(email: string, mask: MaskName): string {
  const [name = '', host = ''] = email.split('@');
  switch (mask) {
    case 'initial':
      return `${name.slice(0, 1)}***@${host}`;
    case 'ends': {
      const [label = '', ...domains] = host.split('.');
      return `${ends(name)}@${[ends(label), ...domains].join('.')}`;
    }
    case 'host':
      return `***@${host}`;
    case 'nothing':
      return '***';
    case 'absent':
      return '';
    case 'whole':
      return email;
  }
}

const ends = (text: string): string => `${text.slice(0, 1)}***${text.slice(-1)}`;
