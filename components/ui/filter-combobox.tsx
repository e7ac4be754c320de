"use client";

import type { ComboboxProps } from "./combobox.tsx";
import { comboboxName, SelectFace, selectStyle } from "./select-face.tsx";
import { useOnDemand } from "./use-on-demand.ts";

const loadCombobox = () => import("./combobox.tsx");

/** A combobox beside a list, as {@link FilterSelect} is a select. */
export function FilterCombobox(props: Omit<ComboboxProps, "button" | "invalid">) {
	const { part, button, near } = useOnDemand(loadCombobox);
	if (part) return <part.Combobox {...props} button={button} />;
	const { value, options, label, placeholder, prefix, className } = props;
	const chosen = options.find((option) => option.value === value)?.label;
	return (
		<button
			type="button"
			role="combobox"
			aria-haspopup="dialog"
			aria-expanded={false}
			aria-label={comboboxName(label, chosen ?? placeholder)}
			className={selectStyle(prefix, className)}
			{...near}
			ref={button}
		>
			<SelectFace prefix={prefix} chosen={chosen} placeholder={placeholder} />
		</button>
	);
}
