"use client";

import { LockKeyhole, RotateCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import type { SharedSecretVersion } from "#lib/core/shared-secret.ts";
import { createSharedSecretAction, type SecretPlace } from "../actions.ts";
import { SecretVersion } from "./secret-version.tsx";

const EndOverlapDialog = dynamic(
	() => import("./end-overlap-dialog.tsx").then((module) => module.EndOverlapDialog),
	{ ssr: false },
);
const RotateDialog = dynamic(() => import("./rotate-dialog.tsx").then((module) => module.RotateDialog), {
	ssr: false,
});

type SecretPanelProps = { place: SecretPlace; versions: readonly SharedSecretVersion[] };

export function SecretPanel({ place, versions }: SecretPanelProps) {
	const t = useTranslations("sharedSecret");
	const [open, setOpen] = useState<"rotate" | "end" | null>(null);
	const rotateWanted = useOnceTrue(open === "rotate");
	const endWanted = useOnceTrue(open === "end");
	const current = versions.find(({ status }) => status === "current");
	const overlap = versions.find(({ status }) => status === "overlap");
	if (!current) return <NoSecretYet place={place} />;

	return (
		<Panel title={t("secret")} text={t("secretText")}>
			<PanelBody className="space-y-5">
				<SecretVersion key={current.id} place={place} version={current} />
				{overlap && (
					<SecretVersion key={overlap.id} place={place} version={overlap}>
						<Button size="small" onClick={() => setOpen("end")}>
							{t("endOverlap.open")}
						</Button>
					</SecretVersion>
				)}
				<EndedVersions versions={versions.filter(({ status }) => status === "ended")} />
			</PanelBody>
			<PanelFooter>
				<Button icon={<RotateCw aria-hidden className="size-4" />} onClick={() => setOpen("rotate")}>
					{t("rotate.submit")}
				</Button>
			</PanelFooter>
			{rotateWanted && (
				<RotateDialog
					key={`rotate ${current.version}`}
					place={place}
					current={current}
					overlap={overlap}
					open={open === "rotate"}
					onClose={() => setOpen(null)}
				/>
			)}
			{overlap && endWanted && (
				<EndOverlapDialog
					place={place}
					overlap={overlap}
					open={open === "end"}
					onClose={() => setOpen(null)}
				/>
			)}
		</Panel>
	);
}

function NoSecretYet({ place }: { place: SecretPlace }) {
	const t = useTranslations("sharedSecret");
	const { tellDone } = useToasts();
	const create = useAction((input) => createSharedSecretAction(place, input));
	return (
		<Panel>
			<EmptyState icon={<LockKeyhole />} title={t("none")} text={t("noneText")}>
				<Button
					look="primary"
					pending={create.pending}
					onClick={() => create.run({}, (done) => tellDone(done.message))}
				>
					{create.pending ? t("creating") : t("create")}
				</Button>
			</EmptyState>
			{create.refusal && (
				<PanelBody>
					<Notice look="bad" alert>
						{create.refusal.message}
					</Notice>
				</PanelBody>
			)}
		</Panel>
	);
}

function EndedVersions({ versions }: { versions: readonly SharedSecretVersion[] }) {
	const t = useTranslations("sharedSecret");
	if (versions.length === 0) return null;
	return (
		<details className="text-sm">
			<summary className="w-fit cursor-pointer rounded-md py-1 text-ink-muted hover:text-ink">
				{t("ended", { count: versions.length })}
			</summary>
			<ul className="mt-2 divide-y divide-line rounded-lg border border-line">
				{versions.map((version) => (
					<li key={version.id} className="flex flex-wrap justify-between gap-x-4 px-3.5 py-2">
						<span className="font-medium">{t("version", { version: version.version })}</span>
						<span className="text-ink-muted">
							{t.rich("madeAndEnded", {
								...MARKS,
								name: version.createdByName,
								when: () => <RelativeTime value={version.endsAt} />,
							})}
						</span>
					</li>
				))}
			</ul>
		</details>
	);
}
