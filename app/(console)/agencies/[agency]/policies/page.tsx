import { Eye } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { readPolicyWithEffects } from "#lib/services/policies/read.ts";
import { PolicyFacts } from "./_components/policy-facts.tsx";
import { PolicyForm } from "./_components/policy-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("policies");
	return { title: t("title") };
}

export default async function PoliciesPage(props: PageProps<"/agencies/[agency]/policies">) {
	const { ctx, agency, role } = await requireAgency((await props.params).agency);
	const { effects, ...stored } = await readPolicyWithEffects(ctx);
	const t = await textsOf("policies");
	const mayChange = (PERMISSIONS["policy.write"] as readonly string[]).includes(role);

	return (
		<PageFrame
			narrow
			title={t("title")}
			text={t.rich("text", {
				...MARKS,
				agency: agency.name,
				link: (chunks) => (
					<Link
						href={`/agencies/${agency.slug}/keys/next-clean-up`}
						className="text-accent-ink underline underline-offset-2"
					>
						{chunks}
					</Link>
				),
			})}
			action={
				!mayChange && (
					<p className="flex h-9 items-center gap-1.5 text-sm text-ink-muted">
						<Eye aria-hidden className="size-4" />
						{t("viewOnly")}
					</p>
				)
			}
		>
			{mayChange ? (
				<PolicyForm place={{ agency: agency.slug }} stored={stored} effects={effects} />
			) : (
				<PolicyFacts policy={stored.policy} effects={effects} />
			)}
		</PageFrame>
	);
}
