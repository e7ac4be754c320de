"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, TriangleAlert, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "./button.tsx";
import { cn } from "./class-names.ts";
import type { ToastMessage } from "./toast.tsx";

type ToastsProps = {
	/** What is to be told and was not yet. */
	messages: readonly ToastMessage[];
	onTold: (messages: readonly ToastMessage[]) => void;
};

/** Lies below dialogs, so that it never covers their buttons. */
export const Toasts = (props: ToastsProps) => (
	<Base.Provider limit={3}>
		<Teller {...props} />
		<Base.Portal>
			<Viewport />
		</Base.Portal>
	</Base.Provider>
);

function Viewport() {
	const t = useTranslations("ui");
	return (
		<Base.Viewport
			aria-label={t("messages")}
			className="fixed end-4 bottom-4 start-4 z-30 sm:start-auto sm:w-96"
		>
			<ToastList />
		</Base.Viewport>
	);
}

function Teller({ messages, onTold }: ToastsProps) {
	const { add, close } = Base.useToastManager();
	const told = useRef(new WeakSet<ToastMessage>());

	useEffect(() => {
		for (const message of messages) {
			if (told.current.has(message)) continue;
			told.current.add(message);
			const { text, undo, ...options } = message;
			const id = add({
				...options,
				description: text,
				...(undo && {
					actionProps: {
						children: undo.label,
						onClick: () => {
							close(id);
							undo.onClick();
						},
					},
				}),
			});
		}
		if (messages.length > 0) onTold(messages);
	}, [messages, onTold, add, close]);

	return null;
}

function ToastList() {
	const t = useTranslations("ui");
	return Base.useToastManager().toasts.map((toast) => (
		<Base.Root key={toast.id} toast={toast} className={cn(stacking, "rounded-lg bg-raised shadow-dialog")}>
			<Base.Content className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-2.5 py-3 pe-2 ps-3.5 sm:grid-cols-[auto_minmax(0,1fr)_auto_auto] transition-opacity duration-200 data-behind:opacity-0 data-expanded:opacity-100">
				<Mark type={toast.type} />
				<div className="py-1 text-sm wrap-anywhere">
					<Base.Title className="font-medium" />
					<Base.Description className="mt-0.5 text-ink-muted" />
				</div>
				<Base.Action
					className={cn(
						buttonStyle({ size: "small" }),
						"max-sm:col-start-2 max-sm:row-start-2 max-sm:mt-1 max-sm:justify-self-start",
					)}
				/>
				<Base.Close
					aria-label={t("dismiss")}
					className={cn(
						buttonStyle({ look: "quiet", size: "icon" }),
						"max-sm:col-start-3 max-sm:row-start-1",
					)}
				>
					<X aria-hidden className="size-4" />
				</Base.Close>
			</Base.Content>
		</Base.Root>
	));
}

function Mark({ type }: { type: string | undefined }) {
	const style = "mt-1.5 size-4 shrink-0";
	if (type === "failure") return <CircleAlert aria-hidden className={cn(style, "text-bad")} />;
	if (type === "warning") return <TriangleAlert aria-hidden className={cn(style, "text-warn")} />;
	return <CircleCheck aria-hidden className={cn(style, "text-good")} />;
}

/** Toasts lie behind one another and fan out while the pointer or the focus is on them. */
const stacking = [
	"absolute end-0 bottom-0 z-[calc(1000-var(--toast-index))] w-full origin-bottom select-none",
	"[--gap:0.5rem] [--scale:calc(max(0,1-(var(--toast-index)*0.06)))] [--shrink:calc(1-var(--scale))]",
	"[--height:var(--toast-frontmost-height,var(--toast-height))] h-(--height) data-expanded:h-(--toast-height)",
	"[--offset-y:calc(var(--toast-offset-y)*-1+calc(var(--toast-index)*var(--gap)*-1)+var(--toast-swipe-movement-y))]",
	"[transform:translateX(var(--toast-swipe-movement-x))_translateY(calc(var(--toast-swipe-movement-y)-(var(--toast-index)*0.6rem)-(var(--shrink)*var(--height))))_scale(var(--scale))]",
	"data-expanded:[transform:translateX(var(--toast-swipe-movement-x))_translateY(calc(var(--offset-y)))]",
	"data-starting-style:[transform:translateY(120%)] data-ending-style:opacity-0 data-limited:opacity-0",
	"data-ending-style:data-[swipe-direction=down]:[transform:translateY(calc(var(--toast-swipe-movement-y)+120%))]",
	"data-ending-style:data-[swipe-direction=right]:[transform:translateX(calc(var(--toast-swipe-movement-x)+120%))_translateY(var(--offset-y))]",
	"after:absolute after:top-full after:start-0 after:h-[calc(var(--gap)+1px)] after:w-full after:content-['']",
	"[transition:transform_350ms_cubic-bezier(0.22,1,0.36,1),opacity_250ms,height_150ms]",
].join(" ");
