import { ShareBar } from "#components/charts/share-bar.tsx";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { UsageChart, type UsageSeries } from "#components/charts/usage-chart.tsx";
import { Sample } from "./shown.tsx";

const HOUR_MS = 3_600_000;
const FROM = Date.UTC(2026, 10, 22);

const STEPS = Array.from({ length: 24 }, (_, hour) => ({
	start: new Date(FROM + hour * HOUR_MS).toISOString(),
	counts: {
		good: 400 + Math.round(300 * Math.sin(hour / 4)),
		limited: (hour * 7) % 60,
		refused: hour === 9 ? 220 : 4,
		revoked: hour > 18 ? 90 : 0,
	},
}));

const SERIES: UsageSeries[] = [
	{ id: "good", label: "Valid", tone: "good" },
	{ id: "limited", label: "Rate limit", tone: "warn" },
	{ id: "refused", label: "Missing scope", tone: "bad" },
	{ id: "revoked", label: "Revoked", tone: "bad" },
];

export const ChartSamples = () => (
	<>
		<Sample name="over time">
			<UsageChart label="Verifications" steps={STEPS} series={SERIES} by="hour" />
		</Sample>
		<Sample name="one step, small numbers, with the list behind it">
			<UsageChart
				label="Refusals"
				steps={[{ start: "2026-11-01T00:00:00.000Z", counts: { refused: 2 } }]}
				series={SERIES.slice(2, 3)}
				by="month"
				href={(start) => `/design?from=${start}`}
			/>
		</Sample>
		<Sample name="empty">
			<UsageChart label="Verifications" steps={[]} series={SERIES} by="day" />
		</Sample>
		<Sample name="parts of a whole">
			<ShareBar
				label="Keys by state"
				parts={[
					{ id: "active", label: "Active", count: 812, tone: "good", href: "/design?status=active" },
					{ id: "off", label: "Inactive", count: 64, tone: "muted", href: "/design?status=off" },
					{ id: "expired", label: "Expired", count: 1, tone: "warn", href: "/design?status=expired" },
					{ id: "revoked", label: "Revoked", count: 120, tone: "bad", href: "/design?status=revoked" },
				]}
			/>
		</Sample>
		<Sample name="how something went">
			<Sparkline counts={STEPS.map(({ counts }) => counts.good)} label="Verifications, hour by hour" />
		</Sample>
	</>
);
