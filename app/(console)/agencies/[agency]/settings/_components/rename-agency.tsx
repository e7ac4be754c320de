"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { PLACE_NAME_MAX } from "#lib/core/places/name-length.ts";
import { renameAgencyAction } from "../actions.ts";

export function RenameAgency({ agency }: { agency: { slug: string; name: string } }) {
	const [t, ui] = [useTranslations("settings.name"), useTranslations("ui")];
	const { tellDone } = useToasts();
	const [name, setName] = useState(agency.name);
	const box = useRef<HTMLInputElement>(null);
	const rename = useAction((input) => renameAgencyAction({ agency: agency.slug }, input));
	const error = rename.refusal?.fields.find(({ field }) => field === "name")?.message;

	useEffect(() => {
		if (error) box.current?.focus();
	}, [error]);

	function submit(event: FormEvent) {
		event.preventDefault();
		rename.run({ name }, (done) => {
			setName(done.data.name);
			tellDone(done.message);
		});
	}

	return (
		<Panel title={t("title")}>
			<form onSubmit={submit} noValidate>
				<PanelBody className="space-y-4">
					{rename.refusal && !error && <RefusalSummary refusal={rename.refusal} />}
					<Field label={t("label")} required error={error} hint={t("hint", { slug: agency.slug })}>
						<Input
							ref={box}
							aria-required
							value={name}
							onChange={(event) => setName(event.target.value)}
							maxLength={PLACE_NAME_MAX}
							autoComplete="organization"
						/>
					</Field>
				</PanelBody>
				<PanelFooter>
					<Button type="submit" look="primary" pending={rename.pending}>
						{rename.pending ? ui("saving") : t("save")}
					</Button>
				</PanelFooter>
			</form>
		</Panel>
	);
}
