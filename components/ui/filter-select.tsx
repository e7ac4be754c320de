"use client";

import type { SelectProps } from "./select.tsx";
import { SelectFace, selectStyle } from "./select-face.tsx";
import { useOnDemand } from "./use-on-demand.ts";

const loadSelect = () => import("./select.tsx");

type FilterSelectProps<Value extends string> = Omit<SelectProps<Value>, "button"> & { label: string };

/** A select beside a list, where it has a name of its own and the page can be read before anybody touches it. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
	const { part, button, near } = useOnDemand(loadSelect);
	if (part) return <part.Select {...props} button={button} />;
	const { value, options, label, prefix, className } = props;
	return (
		<button
			type="button"
			role="combobox"
			aria-haspopup="listbox"
			aria-expanded={false}
			aria-label={label}
			className={selectStyle(prefix, className)}
			{...near}
			ref={button}
		>
			<SelectFace prefix={prefix} chosen={options.find((option) => option.value === value)?.label} />
		</button>
	);
}
