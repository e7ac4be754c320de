"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { useBrowserSetting } from "#components/ui/browser-setting.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { isHeldWithMod, keyCaps } from "./shortcut-keys.ts";
import { SHORTCUT_SCOPES, type Shortcut, useIsMac, useShortcutList } from "./shortcuts.tsx";

/** Lists the shortcuts that hold on the page, and lets those of single keys be switched off. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
	const t = useTranslations("palette.shortcuts");
	const shortcuts = useShortcutList();
	const [on, setOn] = useBrowserSetting("single-keys");
	const noteId = useId();
	return (
		<Dialog open={open} onOpenChange={(next) => !next && onClose()} isLight>
			<DialogHeader title={t("title")} text={t("text")} />
			<DialogBody tabIndex={0} className="space-y-6 -outline-offset-2">
				{SHORTCUT_SCOPES.map((scope) => (
					<Part
						key={scope}
						title={t(scope)}
						shortcuts={shortcuts.filter((one) => one.scope === scope && (on || staysOn(one)))}
					/>
				))}
			</DialogBody>
			<DialogFooter>
				<div className="w-full">
					<Checkbox checked={on} onChange={setOn} label={t("singleKeys")} describedBy={noteId} />
					<p id={noteId} className="ms-6 text-xs text-ink-muted">
						{t("singleKeysText")}
					</p>
				</div>
			</DialogFooter>
		</Dialog>
	);
}

/** The keys of a table count only where the focus is in it: they are nobody's slip of the tongue. */
const staysOn = ({ keys, scope }: Shortcut) => isHeldWithMod(keys) || scope === "table";

function Part({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
	const isMac = useIsMac();
	if (shortcuts.length === 0) return null;
	return (
		<section>
			<h3 className="text-xs font-medium text-ink-muted">{title}</h3>
			<dl className="mt-1 divide-y divide-line">
				{[...new Map(shortcuts.map((one) => [one.keys, one])).values()].map(({ keys, label }) => (
					<div key={keys} className="flex items-center justify-between gap-4 py-2 text-sm">
						<dt className="min-w-0 wrap-anywhere">{label}</dt>
						<dd>
							<Kbd caps={keyCaps(keys, isMac)} />
						</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
