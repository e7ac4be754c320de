"use client";

import { ChevronsUpDown } from "lucide-react";
import { useParams, useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl/react";
import { leavePage } from "#components/actions/leave-page.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { useOnDemand } from "#components/ui/use-on-demand.ts";
import type { HeaderPlace } from "./console-header.tsx";
import { placeHref } from "./place-href.ts";
import { ViewIcon } from "./view-icon.tsx";
import { type ViewOption, viewGroups } from "./view-options.ts";

const loadList = () => import("./view-list.tsx");

/** Says where you are, and takes you elsewhere. */
export function ViewSwitch({ places }: { places: readonly HeaderPlace[] }) {
	const t = useTranslations("shell.view");
	const params = useParams<{ agency?: string; location?: string }>();
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	const { part, button, near } = useOnDemand(loadList);

	const groups = viewGroups(places, t("agency"));
	const here = placeHref(params);
	const current = groups.flatMap((group) => group.items).find((option) => option.value === here) ?? null;
	const go = (option: ViewOption) => leavePage(() => startTransition(() => router.push(option.value)));

	const trigger = {
		"aria-label": current ? t("switchFrom", { view: `${current.label} ${current.agencyName}` }) : t("choose"),
		className:
			"flex h-10 min-w-0 max-w-80 items-center gap-2 rounded-md px-2 text-start hover:bg-hover data-popup-open:bg-hover any-pointer-coarse:h-11",
		children: (
			<>
				<ViewIcon kind={current?.kind ?? "agency"} />
				<span className="min-w-0 leading-tight">
					<span className="block truncate text-sm font-medium">{current?.label ?? t("choose")}</span>{" "}
					{current && <span className="block truncate text-xs text-ink-muted">{current.agencyName}</span>}
				</span>
				{pending ? (
					<Spinner className="size-4 shrink-0 text-ink-muted" />
				) : (
					<ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-muted" />
				)}
			</>
		),
	};
	if (part)
		return (
			<part.ViewList trigger={trigger} button={button} groups={groups} current={current} onChoose={go} />
		);
	return (
		<button
			type="button"
			role="combobox"
			aria-haspopup="dialog"
			aria-expanded={false}
			{...trigger}
			{...near}
			ref={button}
		/>
	);
}
