"use client";

import { useTranslations } from "use-intl/react";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import type { SelectOption } from "#components/ui/select.tsx";

type Order = "asc" | "desc";

type SortSelectProps<Sort extends string> = {
	sort: Sort;
	order: Order;
	onChange: (sort: Sort, order: Order) => void;
	options: readonly SelectOption<`${NoInfer<Sort>}.${Order}`>[];
};

/** Sorting where there are no column headers: on the cards of a phone. */
export function SortSelect<Sort extends string>({ sort, order, onChange, options }: SortSelectProps<Sort>) {
	const t = useTranslations("table");
	return (
		<FilterSelect<`${Sort}.${Order}`>
			label={t("sort")}
			prefix={t("sort")}
			value={`${sort}.${order}`}
			onChange={(choice) => {
				const at = choice.lastIndexOf(".");
				// What is chosen is one of the options, which name a sort and an order.
				onChange(choice.slice(0, at) as Sort, choice.slice(at + 1) as Order);
			}}
			options={options}
			className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto md:hidden"
		/>
	);
}
