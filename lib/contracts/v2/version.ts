/** The versions of API 2.0 whose clients are understood. */
export const VERSIONS = ["2021-04-15", "2021-07-28", "2023-02-21", "v3"] as const;

export type Version = (typeof VERSIONS)[number];

/** The version that a header names; null when it is none that is known. */
export const readVersion = (header: string | null): Version | null =>
	VERSIONS.find((version) => version === header?.trim()) ?? null;
