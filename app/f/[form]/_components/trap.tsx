import { TRAP } from "#lib/core/crm/form-fields.ts";

/** A field that people neither see nor reach, for programs that fill whatever they find. */
export const Trap = () => (
	<div aria-hidden className="absolute -left-[9999px] size-px overflow-hidden">
		<label>
			Leave this empty
			<input type="text" name={TRAP} tabIndex={-1} autoComplete="off" />
		</label>
	</div>
);
