/** Whether an address belongs to the API for programs, where a key is the credential and cookies mean nothing. */
export const isApiPath = (path: string) => /^\/api\/(?:v\d+|health|unkey)(?:\/|$)/.test(path);
