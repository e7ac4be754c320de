"use client";

import { Field } from "@base-ui/react/field";
import type { SelectProps } from "./select.tsx";
import { SelectFace, selectStyle } from "./select-face.tsx";
import { useOnDemand } from "./use-on-demand.ts";

const loadSelect = () => import("./select.tsx");

type FieldSelectProps<Value extends string> = Pick<
	SelectProps<Value>,
	"value" | "onChange" | "options" | "className"
>;

/** A select in a field of a page, which names it. As {@link FilterSelect} it comes when somebody is near. */
export function FieldSelect<Value extends string>(props: FieldSelectProps<Value>) {
	const { part, button, near } = useOnDemand(loadSelect);
	if (part) return <part.Select {...props} button={button} />;
	const { value, options, className } = props;
	return (
		<Field.Control
			render={
				<button
					type="button"
					role="combobox"
					aria-haspopup="listbox"
					aria-expanded={false}
					{...near}
					ref={button}
				>
					<SelectFace chosen={options.find((option) => option.value === value)?.label} />
				</button>
			}
			className={selectStyle(undefined, className)}
		/>
	);
}
