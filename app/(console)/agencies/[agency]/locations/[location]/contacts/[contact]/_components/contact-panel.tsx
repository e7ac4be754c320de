import type { ReactNode } from "react";
import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { cn } from "#components/ui/class-names.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { CONTACT_TEXT_FIELDS } from "#lib/core/crm/contact-text-fields.ts";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import type { CustomField, CustomValue } from "#lib/core/crm/custom-fields.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import { TagList } from "../../_components/tag-list.tsx";

type ContactPanelProps = { contact: ContactSummary; fields: CustomField[] };

/** All that is known about a contact. What is not known is left out. */
export async function ContactPanel({ contact, fields }: ContactPanelProps) {
	const t = await textsOf("contacts");
	const words = await textsOf("contactFields");
	const language = await languageOf();
	return (
		<Panel>
			<dl className="grid grid-cols-2 gap-x-8 gap-y-4 px-4 py-4 text-sm max-sm:gap-x-4 sm:px-5 lg:grid-cols-3">
				<Fact name={t("tags")} className="col-span-full">
					<TagList tags={contact.tags} all />
				</Fact>
				{CONTACT_TEXT_FIELDS.filter((name) => contact[name] !== null).map((name) => (
					<Fact key={name} name={words(name)}>
						<bdi>{contact[name]}</bdi>
					</Fact>
				))}
				{fields
					.filter(({ id }) => contact.customValues[id] !== undefined)
					.map((field) => (
						<Fact key={field.id} name={<bdi>{field.name}</bdi>}>
							<bdi className="whitespace-pre-line">{valueText(contact.customValues[field.id], language)}</bdi>
						</Fact>
					))}
				{contact.dnd && <Fact name={t("form.dnd")}>{t("one.askedNot")}</Fact>}
				<Fact name={t("added")}>
					<RelativeTime value={contact.createdAt} />
				</Fact>
				<Fact name={t("changed")}>
					<RelativeTime value={contact.updatedAt} />
				</Fact>
				<Fact name={t("one.idForApi")} className="max-lg:col-span-full">
					<span className="flex items-center gap-1">
						<code className="min-w-0 font-mono text-xs wrap-anywhere">{contact.id}</code>
						<CopyButton text={contact.id} what={t("one.id")} size="small" look="quiet" />
					</span>
				</Fact>
			</dl>
		</Panel>
	);
}

function valueText(value: CustomValue | undefined, language: Language) {
	if (Array.isArray(value)) return value.join(", ");
	return typeof value === "number" ? value.toLocaleString(language, { maximumFractionDigits: 10 }) : value;
}

const Fact = (props: { name: ReactNode; className?: string; children: ReactNode }) => (
	<div className={cn("min-w-0", props.className)}>
		<dt className="mb-1 text-xs wrap-anywhere text-ink-muted">{props.name}</dt>
		<dd className="min-w-0 wrap-anywhere">{props.children}</dd>
	</div>
);
