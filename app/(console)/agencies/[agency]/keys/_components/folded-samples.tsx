"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl/react";

const KeySamples = dynamic(
	() => import("#components/samples/key-samples.tsx").then((module) => module.KeySamples),
	{ ssr: false },
);

type FoldedSamplesProps = { origin: string; masked: string; locationId: string | null };

/** The samples, loaded by those who ask for them. */
export function FoldedSamples({ origin, masked, locationId }: FoldedSamplesProps) {
	const t = useTranslations("keyParts.samples");
	const [wasOpened, setWasOpened] = useState(false);
	return (
		<details
			// It opens by itself, also before anybody listens to it.
			ref={(box) => void (box?.open && setWasOpened(true))}
			onToggle={() => setWasOpened(true)}
			className="text-sm"
		>
			<summary className="w-fit rounded text-accent-ink underline-offset-2 hover:underline">
				{t("show")}
			</summary>
			{wasOpened && (
				<div className="mt-3">
					<KeySamples origin={origin} known={{ locationId }} masked={masked} withVerifier />
				</div>
			)}
		</details>
	);
}
