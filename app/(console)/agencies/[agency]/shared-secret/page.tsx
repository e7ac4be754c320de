import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { env } from "#lib/config/env.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { describeSharedSecret } from "#lib/services/shared-secret/describe.ts";
import { SecretPanel } from "./_components/secret-panel.tsx";
import { SignedRequestsPanel } from "./_components/signed-requests-panel.tsx";
import { SigningSample } from "./_components/signing-sample.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("sharedSecret");
	return { title: t("title") };
}

export default async function SharedSecretPage(props: PageProps<"/agencies/[agency]/shared-secret">) {
	const { agency: slug } = await props.params;
	const { ctx, agency } = await requireAgency(slug);
	if (!isAllowed(ctx.grants, "shared_secret.use", null)) notFound();
	const { versions, signedRequestsRequired } = await describeSharedSecret(ctx);
	const t = await textsOf("sharedSecret");
	const place = { agency: agency.slug };

	return (
		<PageFrame
			narrow
			headingId="shared-secret-heading"
			title={t("title")}
			text={t.rich("text", { ...MARKS, agency: agency.name })}
		>
			<div className="space-y-4">
				<SecretPanel place={place} versions={versions} />
				<SignedRequestsPanel
					place={place}
					required={signedRequestsRequired}
					hasSecret={versions.length > 0}
				/>
				<SigningSample origin={env().APP_ORIGIN} />
			</div>
		</PageFrame>
	);
}
