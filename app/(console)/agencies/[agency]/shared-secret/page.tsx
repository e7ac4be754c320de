import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { requireAgency } from "#lib/auth/require-context.ts";
import { env } from "#lib/config/env.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { describeSharedSecret } from "#lib/services/shared-secret/describe.ts";
import { SecretPanel } from "./_components/secret-panel.tsx";
import { SignedRequestsPanel } from "./_components/signed-requests-panel.tsx";
import { SigningSample } from "./_components/signing-sample.tsx";

export const metadata: Metadata = { title: "API shared secret" };

export default async function SharedSecretPage(props: PageProps<"/agencies/[agency]/shared-secret">) {
	const { agency: slug } = await props.params;
	const { ctx, agency } = await requireAgency(slug);
	if (!isAllowed(ctx.grants, "shared_secret.use", null)) notFound();
	const { versions, signedRequestsRequired } = await describeSharedSecret(ctx);
	const place = { agency: agency.slug };

	return (
		<PageFrame
			narrow
			headingId="shared-secret-heading"
			title="API shared secret"
			text={
				<>
					A secret between <bdi>{agency.name}</bdi> and Latchkey. It signs what Latchkey sends to your
					systems, and your systems can sign their requests with it.
				</>
			}
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
