import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { env } from "#lib/config/env.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { FoldedSamples } from "./folded-samples.tsx";

type SamplesPanelProps = {
	apiKey: KeySummary;
	/** Those that the reader may name. */
	locations: readonly { id: string; name: string }[];
};

/** Programs that send a key and that verify one, with the reader's own ids. */
export async function SamplesPanel({ apiKey, locations }: SamplesPanelProps) {
	const t = await textsOf("keyPages");
	const { location, chosenLocations, masked } = apiKey;
	const place = location ?? chosenLocations?.[0] ?? locations[0];
	return (
		<Panel title={t("samples.title")} text={t("samples.text")}>
			<PanelBody>
				<FoldedSamples origin={env().APP_ORIGIN} masked={masked} locationId={place?.id ?? null} />
			</PanelBody>
		</Panel>
	);
}
