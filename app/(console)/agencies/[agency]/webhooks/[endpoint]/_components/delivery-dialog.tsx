"use client";

import { Send } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import type { DeliveryDetail } from "#lib/core/webhooks.ts";
import { eventWords } from "../../_components/event-words.ts";
import { DeliveryStatus } from "../../_components/webhook-status.tsx";
import { resendDeliveryAction } from "../../actions.ts";
import { DeliveryAttempts } from "./delivery-attempts.tsx";

type DeliveryDialogProps = {
	agency: string;
	/** Null when none is open. */
	delivery: DeliveryDetail | null;
	mayResend: boolean;
	onClose: () => void;
};

/** All that is known about a delivery. What was shown last stays while the dialog goes away. */
export function DeliveryDialog({ agency, delivery, mayResend, onClose }: DeliveryDialogProps) {
	const [shown, setShown] = useState(delivery);
	if (delivery && delivery !== shown) setShown(delivery);
	return (
		<Dialog
			open={delivery !== null}
			onOpenChange={(next) => !next && onClose()}
			onClosed={() => setShown(null)}
		>
			{shown && <Content agency={agency} delivery={shown} mayResend={mayResend} onClose={onClose} />}
		</Dialog>
	);
}

type ContentProps = DeliveryDialogProps & { delivery: DeliveryDetail };

function Content({ agency, delivery, mayResend, onClose }: ContentProps) {
	const [t, ui] = [useTranslations("webhooks.delivery"), useTranslations("ui")];
	const webhooks = useTranslations("webhooks");
	const { tellDone } = useToasts();
	const resend = useAction((input) => resendDeliveryAction({ agency }, input));
	return (
		<>
			<DialogHeader title={eventWords(webhooks, delivery.type)} text={<Sent delivery={delivery} />} />
			<DialogBody tabIndex={0} className="space-y-6 -outline-offset-2">
				{resend.refusal && (
					<Notice look="bad" alert>
						{resend.refusal.message}
					</Notice>
				)}
				<Facts delivery={delivery} />
				<DeliveryAttempts tries={delivery.tries} />
				<Message body={delivery.body} />
			</DialogBody>
			<DialogFooter>
				<Button onClick={onClose}>{ui("close")}</Button>
				{mayResend && delivery.state !== "pending" && (
					<Button
						look="primary"
						pending={resend.pending}
						icon={<Send aria-hidden className="size-4" />}
						onClick={() =>
							resend.run({ deliveryId: delivery.id }, ({ message }) => {
								tellDone(message);
								onClose();
							})
						}
					>
						{resend.pending ? t("sending") : t("sendAgain")}
					</Button>
				)}
			</DialogFooter>
		</>
	);
}

const Sent = ({ delivery: { type, createdAt } }: { delivery: DeliveryDetail }) => (
	<>
		<code className="font-mono text-xs">{type}</code>, <RelativeTime value={createdAt} />
	</>
);

function Facts({ delivery }: { delivery: DeliveryDetail }) {
	const t = useTranslations("webhooks");
	return (
		<dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[8rem_1fr]">
			<Fact name={t("log.state")}>
				<DeliveryStatus state={delivery.state} />
			</Fact>
			{delivery.subjectName !== null && (
				<Fact name={t("delivery.key")}>
					<bdi>{delivery.subjectName}</bdi>
				</Fact>
			)}
			{delivery.nextAt !== null && (
				<Fact name={t("delivery.nextAttempt")}>
					<RelativeTime value={delivery.nextAt} />
				</Fact>
			)}
			<Fact name={t("log.when")}>
				<ExactTime value={delivery.createdAt} />
			</Fact>
			<Fact name="webhook-id">
				<code className="font-mono text-xs">{delivery.eventId}</code>
			</Fact>
		</dl>
	);
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
	<div className="contents">
		<dt className="text-ink-muted max-sm:-mb-2">{name}</dt>
		<dd className="min-w-0 wrap-anywhere">{children}</dd>
	</div>
);

function Message({ body }: { body: string }) {
	const t = useTranslations("webhooks.delivery");
	const id = useId();
	return (
		<section aria-labelledby={id} className="space-y-2">
			<div className="flex items-center justify-between gap-4">
				<h3 id={id} className="text-sm font-semibold">
					{t("message")}
				</h3>
				<CopyButton text={body} what={t("messageName")} size="small" look="quiet" />
			</div>
			<pre className="rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
				{body}
			</pre>
		</section>
	);
}
