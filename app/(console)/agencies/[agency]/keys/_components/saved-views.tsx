"use client";

import { Bookmark, ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";

const SavedViewsDialog = dynamic(() => import("./saved-views-dialog.tsx"), { ssr: false });

export type View = { name: string; search: string };

type SavedViewsProps = {
	views: readonly View[];
	/** The place whose list it is; null for the agency. */
	locationId: string | null;
	/** What the list shows now. */
	search: string;
};

/** Goes to a view that the reader saved. */
export function SavedViews({ views, locationId, search }: SavedViewsProps) {
	const t = useTranslations("keys.saved");
	const router = useRouter();
	const path = usePathname();
	const [isLoaded, setLoaded] = useState(false);
	const [open, setOpen] = useState(false);
	return (
		<>
			<Menu>
				<MenuTrigger className={buttonStyle()}>
					<Bookmark aria-hidden className="size-4" />
					{t("button")}
					<ChevronDown aria-hidden className="size-4" />
				</MenuTrigger>
				<MenuPopup className="max-w-72">
					{views.map((view) => (
						<MenuItem key={view.name} onClick={() => router.push(`${path}?${view.search}`)}>
							<bdi className="truncate">{view.name}</bdi>
						</MenuItem>
					))}
					{views.length > 0 && <MenuSeparator />}
					<MenuItem
						onClick={() => {
							setLoaded(true);
							setOpen(true);
						}}
					>
						{t("manage")}
					</MenuItem>
				</MenuPopup>
			</Menu>
			{isLoaded && (
				<SavedViewsDialog
					views={views}
					locationId={locationId}
					search={search}
					open={open}
					onClose={() => setOpen(false)}
					onClosed={() => setLoaded(false)}
				/>
			)}
		</>
	);
}
