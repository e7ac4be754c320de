"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { TypedNameDialog } from "#components/actions/typed-name-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { useChangeToast } from "../../keys/_components/use-change-toast.ts";
import { deleteAgencyAction } from "../actions.ts";

type DeleteAgencyProps = { agency: { slug: string; name: string }; locations: number };

export function DeleteAgency({ agency, locations }: DeleteAgencyProps) {
	const tellChange = useChangeToast();
	const router = useRouter();
	const [open, setOpen] = useState(false);
	const [isGone, setIsGone] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const remove = useAction((input) => deleteAgencyAction({ agency: agency.slug }, input));
	const close = () => setOpen(false);

	return (
		<Panel title="Delete the agency" text="Ends every key of the agency and of its locations, for good.">
			<PanelBody>
				<Button
					ref={button}
					look="danger"
					icon={<Trash2 aria-hidden className="size-4" />}
					onClick={() => setOpen(true)}
				>
					Delete agency…
				</Button>
			</PanelBody>
			<TypedNameDialog
				open={open}
				onClose={close}
				name={agency.name}
				button="Delete agency"
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
				<p className="font-medium text-ink">
					{locations === 0
						? "The agency has no locations."
						: `The agency has ${locations.toLocaleString("en")} ${locations === 1 ? "location" : "locations"}.`}
				</p>
				<p>
					All keys of the agency and of its locations stop at once. Everybody, you included, loses access to
					it, and open invitations are withdrawn. This cannot be undone.
				</p>
			</TypedNameDialog>
		</Panel>
	);
}
