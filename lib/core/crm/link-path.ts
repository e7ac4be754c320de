const LINK_PATH = /^\/l\/([a-z0-9]{1,40})\/?$/;

/** The slug in the path of a trigger link's address; null for any other path. */
export const linkSlugIn = (path: string) => LINK_PATH.exec(path)?.[1] ?? null;

export const linkPath = (slug: string) => `/l/${slug}`;
