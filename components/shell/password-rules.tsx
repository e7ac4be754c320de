"use client";

import { useTranslations } from "use-intl/react";

/** What a password has to be, said before anybody types one. */
export const PasswordRules = ({ hasSecondFactor = false }: { hasSecondFactor?: boolean }) =>
	useTranslations("shell")("passwordRules", { hasSecondFactor: hasSecondFactor ? "yes" : "no" });
