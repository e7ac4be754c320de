import type { en } from "#lib/core/texts/en/all.ts";
import type { Language } from "#lib/core/texts/languages.ts";

// Not "use-intl": what a module only hands on cannot be added to.
declare module "use-intl/core" {
	interface AppConfig {
		Locale: Language;
		Messages: typeof en;
	}
}
