import type { FormDetail, FormField } from "#lib/core/crm/form-fields.ts";
import { TICKED, TRAP } from "#lib/core/crm/form-parts.ts";

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const TYPES: Partial<Record<FormField["type"], string>> = { email: "email", phone: "tel", date: "date" };

/** A form in plain HTML that any website can hold: it needs no script and sends to the form's own address. */
export function embedSnippet(
	{ fields, submitLabel }: Pick<FormDetail, "fields" | "submitLabel">,
	address: string,
) {
	return [
		`<form method="post" action="${escapeHtml(address)}">`,
		...fields.map((field) => `  <p>${control(field)}</p>`),
		`  <p hidden><input name="${TRAP}" tabindex="-1" autocomplete="off"></p>`,
		`  <button>${escapeHtml(submitLabel)}</button>`,
		"</form>",
		"",
	].join("\n");
}

function control({ name, label, type, required, options }: FormField) {
	const words = escapeHtml(label);
	const common = `name="${escapeHtml(name)}"${required ? " required" : ""}`;
	switch (type) {
		case "checkbox":
			return `<label><input type="checkbox" ${common} value="${TICKED}"> ${words}</label>`;
		case "paragraph":
			return `<label>${words}<br><textarea ${common}></textarea></label>`;
		case "choice": {
			const choices = options
				.map((option) => `<option value="${escapeHtml(option)}">${escapeHtml(option)}</option>`)
				.join("");
			return `<label>${words}<br><select ${common}><option value=""></option>${choices}</select></label>`;
		}
		default:
			return `<label>${words}<br><input type="${TYPES[type] ?? "text"}" ${common}></label>`;
	}
}
