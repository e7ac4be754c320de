import { Message } from "#components/shell/message-page.tsx";
import { NothingHere } from "#components/shell/nothing-here.tsx";

export default function NotFound() {
	return <NothingHere frame={Message} />;
}
