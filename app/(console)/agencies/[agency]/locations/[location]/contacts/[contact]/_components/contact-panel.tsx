import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { CONTACT_TEXT_FIELDS } from "#lib/core/crm/contact-fields.ts";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import type { CustomField, CustomValue } from "#lib/core/crm/custom-fields.ts";
import { CONTACT_WORDS } from "../../_components/contact-words.ts";
import { TagList } from "../../_components/tag-list.tsx";

/** All that is known about a contact. What is not known is left out. */
export const ContactPanel = ({ contact, fields }: { contact: ContactSummary; fields: CustomField[] }) => (
	<Panel>
		<dl className="grid grid-cols-1 gap-x-8 gap-y-4 px-4 py-4 text-sm sm:grid-cols-2 sm:px-5 lg:grid-cols-3">
			<Fact name="Tags" className="col-span-full">
				<TagList tags={contact.tags} all />
			</Fact>
			{CONTACT_TEXT_FIELDS.filter((name) => contact[name] !== null).map((name) => (
				<Fact key={name} name={CONTACT_WORDS[name]}>
					<bdi>{contact[name]}</bdi>
				</Fact>
			))}
			{fields
				.filter(({ id }) => contact.customValues[id] !== undefined)
				.map((field) => (
					<Fact key={field.id} name={<bdi>{field.name}</bdi>}>
						<bdi className="whitespace-pre-line">{valueText(contact.customValues[field.id])}</bdi>
					</Fact>
				))}
			{contact.dnd && <Fact name="Do not disturb">Asked not to be written to</Fact>}
			<Fact name="Added">
				<RelativeTime value={contact.createdAt} />
			</Fact>
			<Fact name="Changed">
				<RelativeTime value={contact.updatedAt} />
			</Fact>
			<Fact name="Id for the API">
				<span className="flex items-center gap-1">
					<code className="min-w-0 font-mono text-xs wrap-anywhere">{contact.id}</code>
					<CopyButton text={contact.id} what="id" size="small" look="quiet" />
				</span>
			</Fact>
		</dl>
	</Panel>
);

function valueText(value: CustomValue | undefined) {
	if (Array.isArray(value)) return value.join(", ");
	return typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 10 }) : value;
}

const Fact = (props: { name: ReactNode; className?: string; children: ReactNode }) => (
	<div className={props.className}>
		<dt className="mb-1 text-xs wrap-anywhere text-ink-muted">{props.name}</dt>
		<dd className="min-w-0 wrap-anywhere">{props.children}</dd>
	</div>
);
