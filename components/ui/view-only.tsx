"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "use-intl/react";

/** Stands where the buttons would be for somebody who may only look. */
export const ViewOnly = () => (
	<p className="flex h-9 items-center gap-1.5 text-sm text-ink-muted">
		<Eye aria-hidden className="size-4" />
		{useTranslations("ui")("viewOnly")}
	</p>
);
