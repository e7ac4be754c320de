import { useTranslations } from "use-intl/react";
import { Notice } from "#components/ui/notice.tsx";
import type { Refusal } from "./use-action.ts";

/** Says above the form what was not accepted; what was typed stays where it is. */
export const RefusalSummary = ({ refusal }: { refusal: Refusal }) => {
	const t = useTranslations("ui");
	const { fields, message } = refusal;
	return (
		<div data-refusal tabIndex={-1} className="rounded-lg outline-none">
			<Notice look={refusal.code === "conflict" && fields.length === 0 ? "warn" : "bad"} alert>
				{fields.length > 1 ? (
					<>
						<p className="font-medium">{t("problems", { count: fields.length })}</p>
						<ul className="mt-1 list-disc space-y-0.5 ps-4">
							{fields.map((field) => (
								<li key={field.field + field.message}>{field.message}</li>
							))}
						</ul>
					</>
				) : (
					<p>{message}</p>
				)}
			</Notice>
		</div>
	);
};
