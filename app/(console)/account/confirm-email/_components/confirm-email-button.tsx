"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { confirmEmailAction } from "../../actions.ts";

export function ConfirmEmailButton({ token }: { token: string }) {
	const t = useTranslations("account.confirmEmail");
	const { run, pending } = useAction(confirmEmailAction);
	const { tellDone, tellFailure } = useToasts();
	const router = useRouter();

	function confirm() {
		run(
			{ token },
			({ message }) => {
				tellDone(message);
				router.replace("/account");
			},
			({ message }) => tellFailure(message),
		);
	}

	return (
		<Button look="primary" pending={pending} onClick={confirm}>
			{t("button")}
		</Button>
	);
}
