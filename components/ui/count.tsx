"use client";

import { useLocale } from "use-intl/react";

/** A number of things, as the reader's language writes it. */
export const Count = ({ value }: { value: number }) => (
	<span className="tabular-nums">{value.toLocaleString(useLocale())}</span>
);
