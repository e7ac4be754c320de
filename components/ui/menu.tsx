"use client";

import { type ComponentProps, createContext, Fragment, type ReactNode, useContext } from "react";
import { useOnDemand } from "./use-on-demand.ts";

type Parts = typeof import("./menu-parts.tsx");
type PartProps<Name extends keyof Parts> = ComponentProps<Parts[Name]>;

const loadParts = () => import("./menu-parts.tsx");

const MenuContext = createContext<ReturnType<typeof useOnDemand<Parts>> | null>(null);

function useMenu() {
	const menu = useContext(MenuContext);
	if (!menu) throw new Error("a part of a menu is used outside of one");
	return menu;
}

/** What a menu is made of, which is there when the menu is open. */
function usePart<Name extends keyof Parts>(name: Name): Parts[Name] | undefined {
	return useMenu().part?.[name];
}

export function Menu({ children }: { children: ReactNode }) {
	const menu = useOnDemand(loadParts);
	const Root = menu.part?.Root ?? Fragment;
	return (
		<MenuContext value={menu}>
			<Root>{children}</Root>
		</MenuContext>
	);
}

type MenuTriggerProps = Pick<ComponentProps<"button">, "id" | "className" | "aria-label" | "children">;

export function MenuTrigger(props: MenuTriggerProps) {
	const { part, button, near } = useMenu();
	if (part) return <part.Trigger {...props} ref={button} />;
	return (
		<button type="button" aria-haspopup="menu" aria-expanded={false} {...props} {...near} ref={button} />
	);
}

export function MenuPopup(props: PartProps<"Popup">) {
	const Popup = usePart("Popup");
	return Popup && <Popup {...props} />;
}

export function MenuItem(props: PartProps<"Item">) {
	const Item = usePart("Item");
	return Item && <Item {...props} />;
}

export function MenuRadioGroup(props: PartProps<"RadioGroup">) {
	const RadioGroup = usePart("RadioGroup");
	return RadioGroup && <RadioGroup {...props} />;
}

export function MenuRadioItem(props: PartProps<"RadioItem">) {
	const RadioItem = usePart("RadioItem");
	return RadioItem && <RadioItem {...props} />;
}

export function MenuGroup(props: PartProps<"Group">) {
	const Group = usePart("Group");
	return Group && <Group {...props} />;
}

export function MenuLabel(props: PartProps<"Label">) {
	const Label = usePart("Label");
	return Label && <Label {...props} />;
}

export function MenuSeparator() {
	const Separator = usePart("Separator");
	return Separator && <Separator />;
}
