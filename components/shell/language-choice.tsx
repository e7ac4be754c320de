import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { LANGUAGE_NAMES, type Language } from "#lib/core/texts/languages.ts";

type LanguageChoiceProps = {
	offered: readonly Language[];
	/** The page to show again. */
	back: string;
};

/** A plain form, which works signed in or not, and without scripts. */
export async function LanguageChoice({ offered, back }: LanguageChoiceProps) {
	const t = await textsOf("shell");
	return (
		<form method="post" action="/api/auth/language" className="flex flex-wrap items-end gap-2">
			<input type="hidden" name="back" value={back} />
			<label className="min-w-0 flex-1 basis-28 space-y-1.5">
				<span className="block text-sm font-medium">{t("language.label")}</span>
				<select
					name="language"
					defaultValue={await languageOf()}
					className={cn(controlStyle, "h-9 any-pointer-coarse:h-11")}
				>
					{offered.map((language) => (
						<option key={language} value={language} lang={language}>
							{LANGUAGE_NAMES[language]}
						</option>
					))}
				</select>
			</label>
			<button type="submit" className={buttonStyle()}>
				{t("language.save")}
			</button>
		</form>
	);
}
