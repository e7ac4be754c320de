"use client";

import { LockKeyhole, RotateCw } from "lucide-react";
import { useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { SharedSecretVersion } from "#lib/core/shared-secret.ts";
import { createSharedSecretAction, type SecretPlace } from "../actions.ts";
import { EndOverlapDialog } from "./end-overlap-dialog.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";
import { SecretVersion } from "./secret-version.tsx";

type SecretPanelProps = { place: SecretPlace; versions: readonly SharedSecretVersion[] };

export function SecretPanel({ place, versions }: SecretPanelProps) {
	const [open, setOpen] = useState<"rotate" | "end" | null>(null);
	const current = versions.find(({ status }) => status === "current");
	const overlap = versions.find(({ status }) => status === "overlap");
	if (!current) return <NoSecretYet place={place} />;

	return (
		<Panel
			title="Secret"
			text="Anybody who has it can sign as your agency. Keep it where you keep passwords."
		>
			<PanelBody className="space-y-5">
				<SecretVersion key={current.id} place={place} version={current} />
				{overlap && (
					<SecretVersion key={overlap.id} place={place} version={overlap}>
						<Button size="small" onClick={() => setOpen("end")}>
							End overlap now
						</Button>
					</SecretVersion>
				)}
				<EndedVersions versions={versions.filter(({ status }) => status === "ended")} />
			</PanelBody>
			<PanelFooter>
				<Button icon={<RotateCw aria-hidden className="size-4" />} onClick={() => setOpen("rotate")}>
					Rotate secret
				</Button>
			</PanelFooter>
			<RotateDialog
				key={`rotate ${current.version}`}
				place={place}
				current={current}
				overlap={overlap}
				open={open === "rotate"}
				onClose={() => setOpen(null)}
			/>
			{overlap && (
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
	const { tellDone } = useToasts();
	const create = useAction((input) => createSharedSecretAction(place, input));
	return (
		<Panel>
			<EmptyState
				icon={<LockKeyhole />}
				title="No shared secret yet"
				text="It is made at random and kept encrypted. You can look at it again whenever you need it, once you have proved that it is you."
			>
				<Button
					look="primary"
					pending={create.pending}
					onClick={() => create.run({}, (done) => tellDone(done.message))}
				>
					{create.pending ? "Creating…" : "Create shared secret"}
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
	if (versions.length === 0) return null;
	return (
		<details className="text-sm">
			<summary className="w-fit cursor-pointer rounded-md py-1 text-ink-muted hover:text-ink">
				{versions.length === 1 ? "One ended version" : `${versions.length} ended versions`}
			</summary>
			<ul className="mt-2 divide-y divide-line rounded-lg border border-line">
				{versions.map((version) => (
					<li key={version.id} className="flex flex-wrap justify-between gap-x-4 px-3.5 py-2">
						<span className="font-medium">Version {version.version}</span>
						<span className="text-ink-muted">
							made by <bdi>{version.createdByName}</bdi>, ended <RelativeTime value={version.endsAt} />
						</span>
					</li>
				))}
			</ul>
		</details>
	);
}
