-- Six significant digits: more than any page prints.
create or replace temp macro six_digits(x) as
    case when x = 0 then 0 else round(x, 5 - floor(log10(abs(x)))::integer) end;

-- As much of a date as is known.
create or replace temp macro partial_date(day, how) as
    left(strftime(day, '%Y-%m-%d'), case how when 'year' then 4 when 'month' then 7 else 10 end);

-- A text that no spreadsheet runs as a formula: the rule of pipelines/tables/print-table.ts. What is a number stays one.
create or replace temp macro plain_text(x) as
    case
        when regexp_matches(x, '^[=+\-@\t\r\n＝＋－＠]') and not regexp_full_match(x, '[+-]?[0-9]+(,[0-9]{3})*(\.[0-9]+)?%?')
            then '''' || x
        else x
    end;
