"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "./button.tsx";
import { cn } from "./class-names.ts";

/** Long enough to read a sentence, find the Undo button and press it. */
const UNDO_MS = 12_000;
const NOTE_MS = 6_000;
const UNTIL_DISMISSED = 0;

export type ToastUndo = { label: string; onClick: () => void };

type Detail = { text?: string; undo?: ToastUndo };

export function useToasts() {
	const manager = Base.useToastManager();

	function add(options: Parameters<typeof manager.add>[0], { text, undo }: Detail) {
		const id = manager.add({
			...options,
			description: text,
			...(undo && {
				actionProps: {
					children: undo.label,
					onClick: () => {
						manager.close(id);
						undo.onClick();
					},
				},
			}),
		});
	}

	return {
		tellDone(title: string, detail: Detail = {}) {
			add({ title, type: "done", timeout: detail.undo ? UNDO_MS : NOTE_MS }, detail);
		},
		/** Done, with something to know about it. Stays until it is dismissed. */
		tellWarning(title: string, detail: Detail) {
			add({ title, type: "warning", timeout: UNTIL_DISMISSED }, detail);
		},
		tellFailure(title: string) {
			add({ title, type: "failure", priority: "high", timeout: UNDO_MS }, {});
		},
	};
}

/** Lies below dialogs, so that it never covers their buttons. */
export const ToastProvider = ({ children }: { children: ReactNode }) => (
	<Base.Provider limit={3}>
		{children}
		<Base.Portal>
			<Base.Viewport className="fixed right-4 bottom-4 left-4 z-30 sm:left-auto sm:w-96">
				<ToastList />
			</Base.Viewport>
		</Base.Portal>
	</Base.Provider>
);

const ToastList = () =>
	Base.useToastManager().toasts.map((toast) => (
		<Base.Root key={toast.id} toast={toast} className={cn(stacking, "rounded-lg bg-raised shadow-dialog")}>
			<Base.Content className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-2.5 py-3 pr-2 pl-3.5 sm:grid-cols-[auto_minmax(0,1fr)_auto_auto] transition-opacity duration-200 data-behind:opacity-0 data-expanded:opacity-100">
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
					aria-label="Dismiss"
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

function Mark({ type }: { type: string | undefined }) {
	const style = "mt-1.5 size-4 shrink-0";
	if (type === "failure") return <CircleAlert aria-hidden className={cn(style, "text-bad")} />;
	if (type === "warning") return <TriangleAlert aria-hidden className={cn(style, "text-warn")} />;
	return <CircleCheck aria-hidden className={cn(style, "text-good")} />;
}

/** Toasts lie behind one another and fan out while the pointer or the focus is on them. */
const stacking = [
	"absolute right-0 bottom-0 z-[calc(1000-var(--toast-index))] w-full origin-bottom select-none",
	"[--gap:0.5rem] [--scale:calc(max(0,1-(var(--toast-index)*0.06)))] [--shrink:calc(1-var(--scale))]",
	"[--height:var(--toast-frontmost-height,var(--toast-height))] h-(--height) data-expanded:h-(--toast-height)",
	"[--offset-y:calc(var(--toast-offset-y)*-1+calc(var(--toast-index)*var(--gap)*-1)+var(--toast-swipe-movement-y))]",
	"[transform:translateX(var(--toast-swipe-movement-x))_translateY(calc(var(--toast-swipe-movement-y)-(var(--toast-index)*0.6rem)-(var(--shrink)*var(--height))))_scale(var(--scale))]",
	"data-expanded:[transform:translateX(var(--toast-swipe-movement-x))_translateY(calc(var(--offset-y)))]",
	"data-starting-style:[transform:translateY(120%)] data-ending-style:opacity-0 data-limited:opacity-0",
	"data-ending-style:data-[swipe-direction=down]:[transform:translateY(calc(var(--toast-swipe-movement-y)+120%))]",
	"data-ending-style:data-[swipe-direction=right]:[transform:translateX(calc(var(--toast-swipe-movement-x)+120%))_translateY(var(--offset-y))]",
	"after:absolute after:top-full after:left-0 after:h-[calc(var(--gap)+1px)] after:w-full after:content-['']",
	"[transition:transform_350ms_cubic-bezier(0.22,1,0.36,1),opacity_250ms,height_150ms]",
].join(" ");
