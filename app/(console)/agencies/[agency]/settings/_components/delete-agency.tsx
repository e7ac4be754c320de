"use client";

import { Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import { useChangeToast } from "../../keys/_components/use-change-toast.ts";
import { deleteAgencyAction } from "../actions.ts";

const TypedNameDialog = dynamic(
	() => import("#components/actions/typed-name-dialog.tsx").then((module) => module.TypedNameDialog),
	{ ssr: false },
);

type DeleteAgencyProps = { agency: { slug: string; name: string }; locations: number };

export function DeleteAgency({ agency, locations }: DeleteAgencyProps) {
	const t = useTranslations("settings.delete");
	const tellChange = useChangeToast();
	const router = useRouter();
	const [open, setOpen] = useState(false);
	const isWanted = useOnceTrue(open);
	const [isGone, setIsGone] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const remove = useAction((input) => deleteAgencyAction({ agency: agency.slug }, input));
	const close = () => setOpen(false);

	return (
		<Panel title={t("title")} text={t("text")}>
			<PanelBody>
				<Button
					ref={button}
					look="danger"
					icon={<Trash2 aria-hidden className="size-4" />}
					onClick={() => setOpen(true)}
				>
					{t("open")}
				</Button>
			</PanelBody>
			{isWanted && (
				<TypedNameDialog
					open={open}
					onClose={close}
					name={agency.name}
					button={t("button")}
					pending={remove.pending || isGone}
					refusal={remove.refusal}
					onSubmit={(typedName) =>
						remove.run({ typedName }, (done) => {
							setIsGone(true);
							tellChange("closes", done);
							router.replace("/");
							router.refresh();
						})
					}
					finalFocus={button}
				>
					<p className="font-medium text-ink">{t("locations", { count: locations })}</p>
					<p>{t("loss")}</p>
				</TypedNameDialog>
			)}
		</Panel>
	);
}
