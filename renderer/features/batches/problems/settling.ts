export type Settling = 'keep' | 'fix' | 'remove';
