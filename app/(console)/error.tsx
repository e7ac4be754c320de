"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { ErrorReference } from "#components/shell/error-reference.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
	const t = useTranslations("shell.wrong");
	return (
		<div role="alert" className="mx-auto max-w-screen-2xl">
			<EmptyState
				icon={<TriangleAlert />}
				heading="h1"
				title={t("pageTitle")}
				text={
					<>
						{t("pageText")}
						<ErrorReference error={error} />
					</>
				}
			>
				<Button look="primary" icon={<RotateCw aria-hidden className="size-4" />} onClick={retry}>
					{t("tryAgain")}
				</Button>
			</EmptyState>
		</div>
	);
}
