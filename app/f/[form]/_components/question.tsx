import { useTranslations } from "use-intl/react";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { GroupError } from "#components/ui/field.tsx";
import type { FormField } from "#lib/core/crm/form-fields.ts";
import type { FieldType } from "#lib/core/crm/form-parts.ts";
import { TICKED } from "#lib/core/crm/form-parts.ts";

type QuestionProps = {
	field: FormField;
	/** What was typed before the form was sent back; null in a form that was not. */
	typed: string | null;
	/** Why the answer was not accepted. */
	problem: string | undefined;
};

/** One question with its control: plain elements, which work without scripts. */
export const Question = (props: QuestionProps) =>
	props.field.type === "checkbox" ? <Box {...props} /> : <Line {...props} />;

function Line({ field, typed, problem }: QuestionProps) {
	const t = useTranslations("visitorForm");
	return (
		<div className="space-y-1.5">
			<div className="flex items-baseline gap-1.5">
				<label htmlFor={field.name} className="min-w-0 text-sm font-medium wrap-anywhere">
					<bdi>{field.label}</bdi>
				</label>
				{field.required && <RequiredMark />}
			</div>
			<Control field={field} typed={typed} problem={problem} />
			<GroupError id={`${field.name}-problem`}>{problem}</GroupError>
			{hasHint(field) && (
				<p id={`${field.name}-hint`} className="text-xs text-ink-muted">
					{t("phoneHint")}
				</p>
			)}
		</div>
	);
}

const Box = ({ field, typed, problem }: QuestionProps) => (
	<div className="space-y-1.5">
		<div className="flex items-start gap-2.5">
			<input
				type="checkbox"
				id={field.name}
				name={field.name}
				value={TICKED}
				defaultChecked={typed === TICKED}
				required={field.required}
				aria-invalid={problem !== undefined || undefined}
				aria-describedby={problem && `${field.name}-problem`}
				className="mt-0.5 size-5 shrink-0 accent-accent"
			/>
			<label htmlFor={field.name} className="min-w-0 text-sm wrap-anywhere">
				<bdi>{field.label}</bdi> {field.required && <RequiredMark />}
			</label>
		</div>
		<GroupError id={`${field.name}-problem`}>{problem}</GroupError>
	</div>
);

const RequiredMark = () => (
	<span aria-hidden className="text-xs text-ink-muted">
		{useTranslations("visitorForm")("required")}
	</span>
);

const hasHint = ({ type }: FormField) => type === "phone";

const INPUT_TYPES: Partial<Record<FieldType, string>> = { email: "email", phone: "tel", date: "date" };

/** What browsers fill in by themselves. */
const AUTOCOMPLETE: Record<string, string> = {
	firstName: "given-name",
	lastName: "family-name",
	email: "email",
	phone: "tel",
	companyName: "organization",
	address1: "address-line1",
	city: "address-level2",
	state: "address-level1",
	country: "country-name",
	postalCode: "postal-code",
	website: "url",
	dateOfBirth: "bday",
};

const LENGTH_MAX = { line: 500, paragraph: 5_000 };

function Control({ field, typed, problem }: QuestionProps) {
	const t = useTranslations("visitorForm");
	const hintId = hasHint(field) && `${field.name}-hint`;
	const problemId = problem && `${field.name}-problem`;
	const common = {
		id: field.name,
		name: field.name,
		required: field.required,
		autoComplete: AUTOCOMPLETE[field.savesTo ?? ""] ?? "on",
		"aria-invalid": problem !== undefined || undefined,
		"aria-describedby": [problemId, hintId].filter(Boolean).join(" ") || undefined,
	};
	const line = cn(controlStyle, "h-11");
	switch (field.type) {
		case "paragraph":
			return (
				<textarea
					{...common}
					rows={4}
					defaultValue={typed ?? ""}
					maxLength={LENGTH_MAX.paragraph}
					className={cn(controlStyle, "block min-h-24 resize-y py-2")}
				/>
			);
		case "choice":
			return (
				<select {...common} defaultValue={typed ?? ""} className={line}>
					<option value="">{t("choose")}</option>
					{field.options.map((option) => (
						<option key={option} value={option}>
							{option}
						</option>
					))}
				</select>
			);
		default:
			return (
				<input
					{...common}
					defaultValue={typed ?? ""}
					type={INPUT_TYPES[field.type] ?? "text"}
					inputMode={field.type === "number" ? "decimal" : undefined}
					maxLength={LENGTH_MAX.line}
					className={line}
				/>
			);
	}
}
