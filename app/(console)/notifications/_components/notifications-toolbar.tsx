"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { FilterCombobox } from "#components/ui/filter-combobox.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { NOTIFICATION_GROUP_NAMES, type NotificationGroup } from "#lib/core/notification-groups.ts";
import { useNotificationsSearch } from "./use-notifications-search.ts";

const ALL = "all";
const choiceStyle = "w-auto flex-1 basis-36 sm:max-w-72 sm:flex-none sm:basis-auto";

export function NotificationsToolbar({ agencies }: { agencies: readonly { slug: string; name: string }[] }) {
	const t = useTranslations("notifications");
	const { search, filter, clear, isFiltered, pending } = useNotificationsSearch();
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<FilterSelect<NotificationGroup | typeof ALL>
				label={t("about")}
				prefix={t("about")}
				value={search.group ?? ALL}
				onChange={(group) => filter({ group: group === ALL ? null : group })}
				options={[
					{ value: ALL, label: t("everything") },
					...NOTIFICATION_GROUP_NAMES.map((group) => ({
						value: group,
						label: t(`groups.${group}`),
					})),
				]}
				className={choiceStyle}
			/>
			{(agencies.length > 1 || search.agency !== null) && (
				<FilterCombobox
					label={t("agency")}
					prefix={t("agency")}
					placeholder={t("all")}
					value={search.agency ?? ALL}
					onChange={(agency) => filter({ agency: agency === ALL ? null : agency })}
					options={[
						{ value: ALL, label: t("all") },
						...agencies.map(({ slug, name }) => ({ value: slug, label: name })),
					]}
					className={choiceStyle}
				/>
			)}
			{isFiltered && (
				<Button look="quiet" icon={<X aria-hidden className="size-4" />} onClick={clear}>
					{t("clear")}
				</Button>
			)}
			{pending && <Spinner className="ms-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}
