import { useTranslations } from "use-intl/react";
import { TRAP } from "#lib/core/crm/form-parts.ts";

/** A field that people neither see nor reach, for programs that fill whatever they find. */
export const Trap = () => (
	<div aria-hidden className="absolute -start-[9999px] size-px overflow-hidden">
		<label>
			{useTranslations("visitorForm")("trap")}
			<input type="text" name={TRAP} tabIndex={-1} autoComplete="off" />
		</label>
	</div>
);
