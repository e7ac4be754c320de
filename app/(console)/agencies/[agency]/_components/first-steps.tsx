import { ChevronRight, Circle, CircleCheck } from "lucide-react";
import Link from "next/link";
import { KeySamples } from "#components/samples/key-samples.tsx";
import { agencyHref } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { env } from "#lib/config/env.ts";
import type { FirstStep, FirstStepName } from "#lib/core/first-steps.ts";
import { readFirstSteps } from "#lib/services/overview/read-first-steps.ts";
import { EndFirstSteps } from "./end-first-steps.tsx";

type FirstStepsProps = {
	ctx: Parameters<typeof readFirstSteps>[0];
	agency: { id: string; slug: string };
	/** A location of the agency, for the samples. */
	locationId: string | null;
};

const PATHS: Record<FirstStepName, string> = {
	location: "/locations",
	key: "/keys",
	verify: "/keys",
	invite: "/people",
};

const FRAME = "border-line bg-surface max-sm:border-y sm:rounded-xl sm:border sm:shadow-card";

/** What makes a new agency work, ticked off by what is there; nothing for those whom it is not for. */
export async function FirstSteps({ ctx, agency, locationId }: FirstStepsProps) {
	const steps = await readFirstSteps(ctx);
	if (!steps) return null;
	const t = await textsOf("overview");
	const done = steps.filter((step) => step.done).length;
	const progress = (
		<>
			<h2 className="text-base font-semibold">{t("steps.title")}</h2>
			<span className="text-sm text-ink-muted tabular-nums">
				{t("steps.progress", { done, all: steps.length })}
			</span>
		</>
	);
	const putAway = (
		<EndFirstSteps place={{ agency: agency.slug }} words={{ end: t("steps.end"), ended: t("steps.ended") }} />
	);
	if (done === steps.length) {
		return (
			<section className={`flex flex-wrap items-center gap-2 px-4 py-2 sm:px-5 ${FRAME}`}>
				<CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
				{progress}
				<div className="ms-auto">{putAway}</div>
			</section>
		);
	}
	const isOn = (name: FirstStepName) => steps.some((step) => step.name === name && step.done);
	return (
		<section className={FRAME}>
			<details open className="group/steps">
				<summary className="flex items-center gap-2 rounded-xl px-4 py-3.5 -outline-offset-2 sm:px-5 [&::-webkit-details-marker]:hidden">
					<ChevronRight
						aria-hidden
						className="size-4 shrink-0 text-ink-muted transition-transform duration-100 group-open/steps:rotate-90 rtl:group-open/steps:-rotate-90"
					/>
					{progress}
				</summary>
				<ol className="grid gap-px border-t border-line bg-line sm:grid-cols-2 xl:grid-cols-4">
					{steps.map((step) => (
						<Step key={step.name} step={step} href={agencyHref(agency) + PATHS[step.name]} />
					))}
				</ol>
				{isOn("key") && !isOn("verify") && (
					<details className="border-t border-line px-4 py-3 text-sm sm:px-5">
						<summary className="w-fit rounded text-accent-ink underline-offset-2 hover:underline">
							{t("steps.how")}
						</summary>
						<div className="mt-3 max-w-3xl">
							<KeySamples
								origin={env().APP_ORIGIN}
								known={{ agencyId: agency.id, locationId }}
								withVerifier
							/>
						</div>
					</details>
				)}
				<div className="flex justify-end border-t border-line px-4 py-2 sm:px-5">{putAway}</div>
			</details>
		</section>
	);
}

async function Step({ step: { name, done }, href }: { step: FirstStep; href: string }) {
	const t = await textsOf("overview");
	return (
		<li className="flex gap-3 bg-surface px-4 py-3 text-sm sm:px-5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
			{done ? (
				<CircleCheck aria-hidden className="text-good" />
			) : (
				<Circle aria-hidden className="text-ink-faint" />
			)}
			<div className="min-w-0">
				<span className="sr-only">{t(done ? "steps.done" : "steps.open")} </span>
				{done ? (
					<span className="font-medium text-ink-muted line-through">{t(`steps.${name}.title`)}</span>
				) : (
					<Link
						href={href}
						className="rounded font-medium text-accent-ink underline underline-offset-2 hover:no-underline"
					>
						{t(`steps.${name}.title`)}
					</Link>
				)}
				<p className="mt-0.5 text-ink-muted">{t(`steps.${name}.text`)}</p>
			</div>
		</li>
	);
}
