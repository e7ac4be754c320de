"use client";

import { useTranslations } from "use-intl/react";
import { ErrorReference } from "#components/shell/error-reference.tsx";
import { MessagePage } from "#components/shell/message-page.tsx";
import { Button, buttonStyle } from "#components/ui/button.tsx";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
	const t = useTranslations("shell.wrong");
	return (
		<MessagePage
			title={t("title")}
			text={
				<>
					{t("text")}
					<ErrorReference error={error} />
				</>
			}
		>
			<Button look="primary" onClick={retry}>
				{t("tryAgain")}
			</Button>
			{/* Loaded anew, without what is in memory. */}
			<a href="/" className={buttonStyle()}>
				{t("toStart")}
			</a>
		</MessagePage>
	);
}
