import type { ReactNode } from "react";

/** The tags that texts of the catalogue may have, for `t.rich`. Names of people, keys and places stand in `<bdi>`. */
export const MARKS = {
	bdi: (chunks: ReactNode) => <bdi>{chunks}</bdi>,
	strong: (chunks: ReactNode) => <strong className="font-medium text-ink">{chunks}</strong>,
	code: (chunks: ReactNode) => <code className="font-mono text-[0.8125rem] wrap-anywhere">{chunks}</code>,
};
