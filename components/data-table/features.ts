import { metaHelper, rowPaginationFeature, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import type { ComponentType } from "react";

export type ColumnMeta = {
	/** What the column is called, in the header and on the card that a row becomes on a phone. */
	label: string;
	/** Classes of the header and of the cells in the table form. */
	className?: string;
	/** What stands in the header instead of the label, which names the column all the same. */
	head?: ComponentType;
	/** Where the cell goes on the card: on top, in the corner, beside the corner, or below all. Side by side with the others when left out. */
	card?: "title" | "corner" | "beside" | "foot";
	/** The header is there for assistive technology alone. */
	hideLabel?: boolean;
};

/** Sorting and paging happen in the database; the table only holds their state. */
export const features = tableFeatures({
	rowSortingFeature,
	rowPaginationFeature,
	columnMeta: metaHelper<ColumnMeta>(),
});
