"use client";

import { type RefObject, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/actions/confirm-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { scopesWithout } from "#lib/core/keys/unused-scopes.ts";
import { readonlyForm, type Scope } from "#lib/core/scopes.ts";
import { takeScopesAwayAction } from "../actions.ts";
import { keysHeading } from "./focus-targets.ts";
import { useActions } from "./key-actions.tsx";
import type { TakeScopesProps } from "./take-scopes-button.tsx";
import { useChangeToast } from "./use-change-toast.ts";

type DialogProps = TakeScopesProps & {
	open: boolean;
	onClose: () => void;
	onClosed: () => void;
	opener: RefObject<HTMLButtonElement | null>;
};

/** Shows what would be left, and takes the chosen scopes away. */
export function TakeScopesDialog({ apiKey, review, open, onClose, onClosed, opener }: DialogProps) {
	const t = useTranslations("keyParts.takeScopes");
	const { place } = useActions();
	const tellChange = useChangeToast();
	const [chosen, setChosen] = useState(review.unused);
	const take = useAction((input) => takeScopesAwayAction(place, input));
	const lastUsed = new Map(Object.entries(review.lastUsed).map(([scope, at]) => [scope, new Date(at)]));
	const kept = scopesWithout({ granted: review.granted, lastUsed }, chosen);
	const mayTake = chosen.length > 0 && kept.length > 0;

	function confirm() {
		if (!mayTake) return;
		take.run({ keyId: apiKey.id, version: apiKey.version, scopes: chosen }, (done) => {
			tellChange("alters", done);
			onClose();
		});
	}

	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t.rich("title", { ...MARKS, name: apiKey.title })}
			finalFocus={() => opener.current ?? keysHeading()}
			button={{ text: t("confirm", { count: chosen.length }), pendingText: t("pending"), look: "danger" }}
			pending={take.pending}
			refusal={take.refusal}
			onConfirm={confirm}
			choice={
				<>
					<fieldset>
						<legend className="mb-1 text-sm font-medium">{t("choose")}</legend>
						{review.unused.map((scope) => (
							<Checkbox
								key={scope}
								checked={chosen.includes(scope)}
								onChange={(on) => setChosen(on ? [...chosen, scope] : chosen.filter((one) => one !== scope))}
								label={<ScopeName scope={scope} isRead={lastUsed.has(readonlyForm(scope))} />}
							/>
						))}
					</fieldset>
					<div aria-live="polite">
						{kept.length === 0 ? (
							<Notice look="warn">{t("nothing")}</Notice>
						) : (
							<>
								<p className="mb-1 text-sm font-medium">{t("keeps")}</p>
								<ul className="flex flex-wrap gap-1.5 font-mono text-xs">
									{kept.map((scope) => (
										<li key={scope} className="rounded border border-line bg-sunken px-1.5 py-0.5">
											{scope}
										</li>
									))}
								</ul>
							</>
						)}
					</div>
				</>
			}
		>
			<p>{t("text")}</p>
		</ConfirmDialog>
	);
}

function ScopeName({ scope, isRead }: { scope: Scope; isRead: boolean }) {
	const t = useTranslations("keyParts.takeScopes");
	return (
		<span>
			<code className="font-mono text-xs">{scope}</code>
			{isRead && readonlyForm(scope) !== scope && (
				<span className="text-xs text-ink-muted"> ({t("reading")})</span>
			)}
		</span>
	);
}
