"use client";

import { Ellipsis, Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Sample, SampleRow } from "./shown.tsx";

const LOOKS = ["primary", "secondary", "quiet", "danger"] as const;
const SIZES = ["small", "medium", "large"] as const;

export const ButtonSamples = () => (
	<>
		{LOOKS.map((look) => (
			<SampleRow key={look}>
				<Sample name={look}>
					<Button look={look}>Save changes</Button>
				</Sample>
				<Sample name="with an icon">
					<Button look={look} icon={<Plus aria-hidden className="size-4" />}>
						Create API key
					</Button>
				</Sample>
				<Sample name="pending">
					<Button look={look} pending>
						Saving…
					</Button>
				</Sample>
				<Sample name="disabled">
					<Button look={look} disabled>
						Save changes
					</Button>
				</Sample>
			</SampleRow>
		))}
		<SampleRow>
			{SIZES.map((size) => (
				<Sample key={size} name={size}>
					<Button size={size}>Revoke</Button>
				</Sample>
			))}
			<Sample name="icon">
				<Button size="icon" look="quiet" aria-label="More">
					<Ellipsis aria-hidden className="size-4" />
				</Button>
			</Sample>
			<Sample name="copy, says what came of it">
				<CopyButton text="lk_agy_example" what="API key" />
			</Sample>
		</SampleRow>
		<p className="text-xs text-ink-muted">
			The pointer darkens a button. The focus (Tab) puts a ring of two pixels around it.
		</p>
	</>
);
