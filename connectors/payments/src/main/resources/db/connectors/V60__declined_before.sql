-- Before another card could be tried after a declined one, nobody closed the pages of declined payments: those take none now either.
update connectors.sandbox_payment set voided_at = now() where status = 'DECLINED' and voided_at is null;
