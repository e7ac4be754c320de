import type { en } from "#lib/core/texts/en/all.ts";
import type { Language } from "#lib/core/texts/languages.ts";

declare module "use-intl" {
	interface AppConfig {
		Locale: Language;
		Messages: typeof en;
	}
}
