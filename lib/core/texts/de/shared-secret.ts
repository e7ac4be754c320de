export const sharedSecret = {} as const;
