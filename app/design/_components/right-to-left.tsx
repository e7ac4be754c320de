import { ButtonSamples } from "./button-samples.tsx";
import { ChartSamples } from "./chart-samples.tsx";
import { ChoiceSamples } from "./choice-samples.tsx";
import { FieldSamples } from "./field-samples.tsx";
import { StatusSamples } from "./status-samples.tsx";
import { TableSamples } from "./table-samples.tsx";

/** What a reader of Arabic or Hebrew would find, with our words. */
export const RightToLeft = () => (
	<section aria-label="Right to left">
		<h2 className="mb-3 text-base font-semibold">Right to left</h2>
		<div dir="rtl" className="space-y-6 rounded-xl border border-line bg-canvas p-5">
			<ButtonSamples />
			<StatusSamples />
			<FieldSamples />
			<ChoiceSamples />
			<TableSamples />
			<ChartSamples />
		</div>
	</section>
);
